### Messages of negotiations
