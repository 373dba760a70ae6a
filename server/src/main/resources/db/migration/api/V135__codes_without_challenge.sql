-- Programs that were written to let people sign in with Credly know no PKCE; nobody else is let off.
alter table oauth_code drop constraint oauth_code_challenge_check;
alter table oauth_code add constraint oauth_code_challenge_check check (challenge ~ '^([A-Za-z0-9_-]{43})?$');
