-- Whether a pupil who decides alone (from sixteen on) lets the parents hear of a besluit; null where the parents decide.
alter table terugkoppeling add column ouders_horen boolean;
