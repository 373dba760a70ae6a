-- All of somebody's awards are asked for at once, by results and by hand: the part that was given by hand is not enough.
create index award_of_dossier on award (dossier_id);
drop index award_by_hand_of_dossier;
