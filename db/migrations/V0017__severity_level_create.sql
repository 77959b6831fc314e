create table severity_level (
  severity text primary key check (severity in ('SEV1', 'SEV2', 'SEV3', 'SEV4', 'SEV5')),
  meaning text not null,
  examples text not null,
  response text not null
);
insert into severity_level (severity, meaning, examples, response) values
  ('SEV1', 'Most customers cannot do what they come for, or data is lost, wrong or in the wrong hands, and there is no way around it.',
   'Nobody can pay or sign in. Orders of one customer are shown to another. Yesterday’s backups cannot be read.',
   'At once, at any hour. Somebody leads, somebody writes to customers, everybody who can help is called. News at least every 30 minutes.'),
  ('SEV2', 'Many customers cannot do something important, or all of them do it slowly or only now and then.',
   'One payment in five fails. Search is down. A whole region is cut off.',
   'At once, at any hour, by the people on call. Somebody leads. News every hour.'),
  ('SEV3', 'Some customers cannot do something, or many notice a fault they can work around.',
   'Invoices come a day late. Exports fail for large accounts. A page is slow every morning.',
   'The same working day, by the team that owns the service. Out of hours only when it grows.'),
  ('SEV4', 'A few customers notice, or something inside is broken that customers do not see yet.',
   'A report shows yesterday’s numbers. One of two replicas is down. A certificate runs out in a week.',
   'Within the next working days, planned with other work.'),
  ('SEV5', 'Hardly anybody notices: a nuisance, or something worth knowing.',
   'A typing error in a message. A false alarm. A test that fails now and then.',
   'When there is time. Worth filing when it comes back.');

-- only what administrators decided otherwise than the policy that comes with the application
create table review_rule (
  cell text primary key check (cell ~ '^SEV[1-5]-(HAPPENED|RARE|OCCASIONAL|FREQUENT)$'),
  review text not null check (review in ('FULL', 'LIGHT', 'NONE'))
);
