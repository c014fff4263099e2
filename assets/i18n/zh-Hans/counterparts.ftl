### Messages of counterparts
