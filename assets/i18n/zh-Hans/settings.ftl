### Messages of settings
