META
key;value
description;What the village builds
budget;1000
vote_type;approval
rule;greedy
num_projects;4
num_votes;10
PROJECTS
project_id;cost;votes;name;selected
bench;300;7;A bench;1
lamps;600;6;Lamps for the quay;1
bridge;500;5;A bridge;0
swing;100;3;A swing;1
VOTES
voter_id;vote
1;bench,lamps
2;bench,lamps
3;bench,lamps
4;bench,bridge
5;bench,bridge,swing
6;bench,lamps
7;bench,bridge
8;lamps,bridge
9;lamps,swing
10;bridge,swing
