-- A channel is no longer given up at one refusal: only the app's removal closes it.
update gesprek set bereikbaar = true, reden = null
  where szt_id is not null and not bereikbaar and reden is distinct from 'verwijderd';
