-- Test: calibration compares outcomes with the score before them, and says when they are too few.
begin;
\ir ../_helpers/acting.psql
\ir ../_helpers/contacts.psql
select plan(12);

insert into public.contacts (workspace_id, email) select :'ours', 'c' || n || '@x.example' from generate_series(1, 40) as n;
-- Scores 1 to 40 before the outcome, all the same afterwards; from 21 on the deal is won, but 21 and 22 against 19 and 20.
insert into public.lead_score_history (contact_id, day, workspace_id, score)
select c.id, d.day, c.workspace_id, case when d.day = '2026-03-01' then substr(c.email, 2, strpos(c.email, '@') - 2)::integer else 99 end
from public.contacts c, (values ('2026-03-01'::date), ('2026-03-10')) as d (day);
create temp view outcomes as
select c.id, substr(c.email, 2, strpos(c.email, '@') - 2)::integer as n from public.contacts c;
insert into public.contact_outcomes (contact_id, outcome, day)
select o.id, case when o.n > 22 or o.n in (19, 20) then 'won' else 'lost' end, '2026-03-10' from outcomes o where o.n <= 29;

select is(public.get_score_calibration(:'ours') ->> 'verdict', 'too few', '29 outcomes are too few');
select is(public.get_score_calibration(:'ours') -> 'auc', null, 'then there is no figure');
insert into public.contact_outcomes (contact_id, outcome, day)
select o.id, 'lost', '2026-03-01' from outcomes o where o.n = 30;
select is(public.get_score_calibration(:'ours') ->> 'without_earlier_score', '1', 'an outcome before any score does not count');
update public.contact_outcomes o set outcome = 'won', day = '2026-03-10' where o.day = '2026-03-01';
select is(public.get_score_calibration(:'ours') ->> 'verdict', 'measured', '30 are enough when there are 10 of each kind');
update public.contact_outcomes o set outcome = 'lost' where o.contact_id = (select p.id from outcomes p where p.n = 30);
select is((public.get_score_calibration(:'ours') ->> 'won')::integer, 9, 'with 9 won');
select is(public.get_score_calibration(:'ours') ->> 'verdict', 'too few', 'they are too few');
insert into public.contact_outcomes (contact_id, outcome, day)
select o.id, 'won', '2026-03-10' from outcomes o where o.n > 30;
update public.contact_outcomes o set outcome = 'won' where o.contact_id = (select p.id from outcomes p where p.n = 30);
-- 20 won, 20 lost; 4 of 400 pairs are the wrong way round.
select is(public.get_score_calibration(:'ours') -> 'auc', '0.9900', 'the AUC is the share of pairs in the right order, by the score before the outcome');
select is(public.get_score_calibration(:'ours') -> 'fifths' -> 2,
  '{"fifth": 3, "from_score": 17.00, "to_score": 24.00, "outcomes": 8, "won": 4, "share_won": 0.500, "share_at_least": 0.215, "share_at_most": 0.785}'::jsonb,
  'each fifth has its share won, with a Wilson interval');
update public.lead_score_history h set score = 50 where h.day = '2026-03-01';
select is(public.get_score_calibration(:'ours') -> 'auc', '0.5000', 'scores that are all the same tell nothing');

select is(pg_temp.attempt(p.persona, 'select public.get_score_calibration($1)'), p.outcome, p.persona || ' gets ' || p.outcome)
from (values ('anon', '42501'), ('viewer', '1'), ('other_owner', 'PT403 workspace_not_visible')) as p (persona, outcome);

select * from finish();
rollback;
