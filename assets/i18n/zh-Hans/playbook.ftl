### Messages of playbook
