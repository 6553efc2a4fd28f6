-- Test: which URLs lead to the internet, and which to a private network, in every spelling.
begin;

create temp table urls (url text, is_public boolean);
insert into urls values
  ('https://hooks.slack.com/services/T0/B0/x', true), ('https://example.com', true), ('http://example.com:8080/a?b=1#c', true),
  ('https://8.8.8.8/', true), ('https://[2606:4700::1111]/', true), ('https://EXAMPLE.com/', true), ('https://example.com./', true),
  ('https://10.example.com/', true), ('https://a-b.co.uk', true), ('https://172.15.0.1', true), ('https://172.32.0.1', true),
  ('http://localhost', false), ('http://LOCALHOST:54321/x', false), ('http://localhost.', false), ('http://a.localhost/', false),
  ('http://127.0.0.1', false), ('http://127.1', false), ('http://127.0.0.1.', false), ('http://2130706433/', false),
  ('http://0x7f000001/', false), ('http://0x7f.0.0.1/', false), ('http://0177.0.0.1/', false), ('http://017700000001', false),
  ('http://0.0.0.0', false), ('http://0', false), ('http://10.0.0.1', false), ('http://172.16.0.1', false), ('http://172.31.255.255', false),
  ('http://192.168.1.1/', false), ('http://169.254.169.254/latest/meta-data/', false), ('http://100.64.0.1/', false),
  ('http://224.0.0.1', false), ('http://255.255.255.255', false), ('http://[::1]/', false), ('http://[::]/', false),
  ('http://[fe80::1]/', false), ('http://[fd00:ec2::254]/', false), ('http://[::ffff:127.0.0.1]/', false), ('http://[::ffff:a00:1]/', false),
  ('http://[64:ff9b::7f00:1]/', false), ('http://[2002:7f00:1::]/', false), ('http://[::127.0.0.1]/', false), ('http://[fe80::1%25eth0]/', false),
  ('http://kong:8000/', false), ('http://db/', false), ('http://metadata.google.internal/', false), ('http://printer.local', false),
  ('http://127.0.0.1.nip.io/', false), ('http://localtest.me/', false),
  ('http://localhost.localdomain/', false), ('http://api.default.svc/', false), ('http://10.0.0.1.traefik.me/', false),
  ('http://vcap.me/', false), ('http://127.0.0.1.xip.name/', false), ('http://192.0.2.1/', false), ('http://203.0.113.9/', false),
  ('http://[2001:db8::1]/', false), ('http://[100::1]/', false), ('http://[5f00::1]/', false), ('https://198.51.99.1/', true),
  ('http://example.com@127.0.0.1/', false), ('http://127.0.0.1#@example.com/', false), ('http://127.0.0.1\@example.com/', false),
  ('https://user:password@example.com/', false), ('ftp://example.com/', false), ('file:///etc/passwd', false), ('https://', false),
  ('https:///x', false), ('https://example.com:x/', false), ('https://exa mple.com/', false), (E'https://example.com\n.evil/', false),
  ('https://example..com/', false), ('https://999.1.1.1/', false), ('', false), (null, false);

select plan((select count(*) from urls)::integer);
select is(nightshift.is_public_url(u.url), u.is_public, format('%s is public: %s', coalesce(u.url, 'null'), u.is_public)) from urls u;
select * from finish();
rollback;
