### Messages of the meeting and outcome pages
