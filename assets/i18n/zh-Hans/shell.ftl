### Messages of shell
