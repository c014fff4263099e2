### Messages of today
