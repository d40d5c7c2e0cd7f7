-- Which notice posted a message: a try that ended after the post finds its own message and posts nothing more
-- (docs/decisions/0004). No reference: notices are cleared away earlier than messages.
alter table bericht add column kennisgeving_id uuid;
