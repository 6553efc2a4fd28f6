-- Contact words: which addresses are people, which texts can be a fact, and when two of them say the same.
--
-- Whoever writes an email chooses what is in its header and signature. So a value is cleaned, bounded or
-- left out before anything is stored. These are in PL/pgSQL: a function in SQL with a search path of its own is
-- planned at every call, and they are called several times for every email.
-- Locks: none. Time: milliseconds.

create or replace function nightshift.role_names() returns text[]
language sql immutable parallel safe set search_path = ''
as $$
  select array[
    'abuse', 'academy', 'account', 'accounting', 'accounts', 'admin', 'administration', 'advertising', 'agenda',
    'anfrage', 'anfragen', 'angebote', 'ask', 'assistance', 'atendimento', 'auskunft', 'authorization', 'banking',
    'bestellung', 'bestellungen', 'bewerbung', 'billing', 'bookings', 'booking', 'buchhaltung', 'buchung', 'buero',
    'campaigns', 'career', 'careers', 'claims', 'comercial', 'communication', 'communications', 'compras',
    'comptabilite', 'contabilidad', 'contabilita', 'contact', 'contacto', 'contato', 'contatto', 'correo',
    'customer', 'customercare', 'customers', 'customerservice', 'datenschutz', 'desk', 'dev', 'developers', 'dispo',
    'dns', 'editor', 'editorial', 'einkauf', 'enquiries', 'enquiry', 'events', 'facturacion', 'facturas', 'factures',
    'feedback', 'finance', 'finances', 'frontdesk', 'gdpr', 'hallo', 'hello', 'help', 'helpdesk', 'hi', 'hola',
    'hostmaster', 'hr', 'info', 'infos', 'information', 'inquiries', 'inquiry', 'internet', 'invoice', 'invoices',
    'it', 'job', 'jobs', 'kontakt', 'kundenservice', 'kundendienst', 'lager', 'legal', 'logistics', 'logistik',
    'mail', 'mailbox', 'manager', 'marketing', 'media', 'membership', 'news', 'newsletter', 'newsletters', 'office',
    'offers', 'oficina', 'operations', 'ops', 'order', 'orders', 'partner', 'partners', 'payments', 'payroll',
    'personal', 'poststelle', 'pr', 'press', 'presse', 'privacy', 'purchasing', 'reception', 'recepcion',
    'rechnung', 'rechnungen', 'recruiting', 'recruitment', 'redaktion', 'rezeption', 'reservas', 'reservation',
    'reservations', 'rrhh', 'sales', 'secretariat', 'secretary', 'security', 'sekretariat', 'service', 'services',
    'shipping', 'shop', 'staff', 'store', 'subscribe', 'subscriptions', 'suporte', 'support', 'survey', 'team',
    'teams', 'tech', 'technik', 'tickets', 'ticket', 'training', 'vendas', 'ventas', 'vertrieb', 'versand',
    'verwaltung', 'web', 'webinar', 'webinars', 'webmaster', 'website', 'welcome', 'zentrale'
  ]
$$;
comment on function nightshift.role_names() is
'Names before the @ that belong to an office and not to a person.';
revoke all on function nightshift.role_names() from public;

create or replace function nightshift.free_mail_domains() returns text[]
language sql immutable parallel safe set search_path = ''
as $$
  select array[
    '163.com', '126.com', 'aim.com', 'aliyun.com', 'aol.com', 'arcor.de', 'bellsouth.net', 'bigpond.com',
    'bluewin.ch', 'bol.com.br', 'btinternet.com', 'charter.net', 'comcast.net', 'cox.net', 'daum.net', 'duck.com',
    'earthlink.net', 'email.com', 'email.de', 'fastmail.com', 'fastmail.fm', 'free.fr', 'freenet.de', 'gmail.com',
    'gmx.at', 'gmx.ch', 'gmx.com', 'gmx.de', 'gmx.net', 'googlemail.com', 'hanmail.net', 'hey.com', 'home.nl',
    'hotmail.ch', 'hotmail.co.uk', 'hotmail.com', 'hotmail.de', 'hotmail.es', 'hotmail.fr', 'hotmail.it',
    'hushmail.com', 'icloud.com', 'inbox.com', 'inbox.lv', 'interia.pl', 'juno.com', 'kpnmail.nl', 'laposte.net',
    'libero.it', 'list.ru', 'live.co.uk', 'live.com', 'live.de', 'live.fr', 'live.nl', 'mac.com', 'mail.com',
    'mail.de', 'mail.ru', 'mailbox.org', 'me.com', 'msn.com', 'nate.com', 'naver.com', 'net.hr', 'o2.pl',
    'onet.pl', 'optonline.net', 'orange.fr', 'outlook.com', 'outlook.de', 'outlook.es', 'outlook.fr', 'pm.me',
    'posteo.de', 'posteo.net', 'proton.me', 'protonmail.ch', 'protonmail.com', 'qq.com', 'rediffmail.com',
    'rocketmail.com', 'sbcglobal.net', 'seznam.cz', 'sfr.fr', 'shaw.ca', 'sina.com', 'skynet.be', 'sky.com',
    't-online.de', 'talktalk.net', 'telenet.be', 'terra.com.br', 'tiscali.it', 'tuta.com', 'tutanota.com',
    'uol.com.br', 'verizon.net', 'virgilio.it', 'virginmedia.com', 'vodafone.de', 'wanadoo.fr', 'web.de', 'wp.pl',
    'ya.ru', 'yahoo.ca', 'yahoo.co.in', 'yahoo.co.jp', 'yahoo.co.uk', 'yahoo.com', 'yahoo.com.br', 'yahoo.de',
    'yahoo.es', 'yahoo.fr', 'yahoo.in', 'yahoo.it', 'yandex.com', 'yandex.ru', 'ymail.com', 'zoho.com'
  ]
$$;
comment on function nightshift.free_mail_domains() is
'Domains at which everybody can have an address, so that they say nothing about a company.';
revoke all on function nightshift.free_mail_domains() from public;

create or replace function nightshift.clean_line(p_text text, p_most integer) returns text
language plpgsql immutable parallel safe set search_path = ''
as $$
declare
  v_line text := p_text;
begin
  if p_text is null or length(p_text) > 4 * p_most then
    return null; -- What is too long is no name, so it is left out, not cut.
  end if;
  if v_line ~ '[^ -~]' then
    -- Without control, invisible and direction characters.
    v_line := regexp_replace(v_line, '[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]', '',
      'g');
    v_line := regexp_replace(v_line, '[[:cntrl:][:space:]\u0080-\u009f\u2028\u2029]+', ' ', 'g');
  elsif strpos(v_line, '  ') > 0 then
    v_line := regexp_replace(v_line, ' +', ' ', 'g');
  end if;
  v_line := btrim(v_line, ' "''');
  return case when length(v_line) between 1 and p_most then v_line end;
end
$$;
comment on function nightshift.clean_line(text, integer) is
'A text as one line of at most p_most characters, without control and invisible characters and quotes around it; null '
'when nothing is left or it is longer.';
revoke all on function nightshift.clean_line(text, integer) from public;

create or replace function nightshift.clean_fact(p_field text, p_value text) returns text
language plpgsql immutable parallel safe set search_path = ''
as $$
declare
  v_value constant text := nightshift.clean_line(p_value, case p_field when 'phone' then 40 else 100 end);
begin
  if v_value is null then
    return null;
  elsif p_field = 'phone' then
    return case when v_value ~ '^[-+()./0-9 xXA-Za-z:]+$'
      and length(regexp_replace(v_value, '[^0-9]', '', 'g')) between 6 and 20 then v_value end;
  -- An address, a link, a number or a service in between is no name of anybody.
  elsif v_value !~ '[[:alpha:]]' or v_value ~* '@|://|\mwww\.' then
    return null;
  elsif p_field = 'name' and (v_value ~ '[0-9]{3}|[<>{}|\\]' or v_value ~* '\mvia\M|\mon behalf of\M') then
    return null;
  end if;
  return v_value;
end
$$;
comment on function nightshift.clean_fact(text, text) is
'What can be stored of a value for a field of contacts; null when it can be no such fact: an address as a name, '
'"Ada via Docs", a phone with too few digits, a text of more than 100 characters.';
revoke all on function nightshift.clean_fact(text, text) from public;

create or replace function nightshift.fact_key(p_field text, p_value text) returns text
language plpgsql immutable parallel safe set search_path = ''
as $$
begin
  if p_field = 'phone' then
    return regexp_replace(replace(p_value, '(0)', ''), '[^0-9+]', '', 'g');
  end if;
  return coalesce(nullif(btrim(regexp_replace(lower(p_value), '[[:punct:][:space:]]+', ' ', 'g')), ''), lower(p_value));
end
$$;
comment on function nightshift.fact_key(text, text) is
'By what two values of a field are the same: without case and punctuation, of a phone its digits alone.';
revoke all on function nightshift.fact_key(text, text) from public;

create or replace function nightshift.name_words(p_name text) returns text[]
language sql immutable parallel safe set search_path = ''
as $$
  select coalesce(array_agg(distinct w.word), '{}')
  from regexp_split_to_table(lower(left(p_name, 400)), '[^[:alpha:]]+') as w (word)
  where length(w.word) >= 2 and w.word not in ('dr', 'mr', 'mrs', 'ms', 'prof', 'herr', 'frau', 'ing', 'dipl', 'mag')
$$;
comment on function nightshift.name_words(text) is 'The words of a name in lower case, without initials and titles.';
revoke all on function nightshift.name_words(text) from public;

create or replace function nightshift.do_names_agree(p_one text, p_other text) returns boolean
language sql immutable parallel safe set search_path = ''
as $$
  select words.one <> '{}' and words.other <> '{}' and (words.one <@ words.other or words.other <@ words.one)
  from (select nightshift.name_words(p_one) as one, nightshift.name_words(p_other) as other) words
$$;
comment on function nightshift.do_names_agree(text, text) is
'Whether two names can be of one person: all words of the shorter one are in the other, as of Ada and Ada Lovelace.';
revoke all on function nightshift.do_names_agree(text, text) from public;

create or replace function nightshift.is_own_signature(p_contact jsonb, p_address text, p_from_name text)
returns boolean
language sql immutable parallel safe set search_path = ''
as $$
  select case jsonb_array_length(p_contact -> 'emails')
    when 0 then nightshift.do_names_agree(p_contact ->> 'name', p_from_name)
    else exists (
      select from jsonb_array_elements_text(p_contact -> 'emails') as e (address)
      where lower(e.address) = p_address)
  end
$$;
comment on function nightshift.is_own_signature(jsonb, text, text) is
'Whether a signature is of the sender: its address is the sender''s, or it has no address and its name agrees with '
'the header.';
revoke all on function nightshift.is_own_signature(jsonb, text, text) from public;

create or replace function nightshift.clean_address(p_address text) returns text
language plpgsql immutable parallel safe set search_path = ''
as $$
declare
  c_local_part constant text := '[^\s@<>"(),:;\\[:cntrl:]]{1,64}';
  c_label constant text := '[^\s@<>"(),:;\\[:cntrl:].]{1,63}';
  v_address constant text := lower(btrim(p_address));
begin
  -- In some languages lower case is longer.
  if length(p_address) > 320 or length(v_address) > 320
    or v_address !~ ('^' || c_local_part || '@(' || c_label || '\.)+' || c_label || '$')
    or v_address ~ '[\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\[\]]'
    or split_part(v_address, '@', 1) ~ ('^(.*[._+-])?(no[-_.]?reply|do[-_.]?not[-_.]?reply|nicht[-_.]?antworten|'
      'mailer-?daemon|postmaster|bounces?|notifications?|automated?|undisclosed-recipients)([._+-].*)?$')
  then
    return null;
  end if;
  return v_address;
end
$$;
comment on function nightshift.clean_address(text) is
'An address in lower case; null for what is no address, and for those that nobody reads, such as no-reply@.';
revoke all on function nightshift.clean_address(text) from public;

create or replace function nightshift.is_role_address(p_address text) returns boolean
language plpgsql immutable parallel safe set search_path = ''
as $$
declare
  v_local_part constant text := split_part(split_part(p_address, '@', 1), '+', 1);
  v_first_word constant text := regexp_replace(v_local_part, '[._0-9-].*$', '');
begin
  -- info@, info2@, sales-emea@; but not it.smith@.
  return regexp_replace(v_local_part, '[0-9]+$', '') = any (nightshift.role_names())
    or length(v_first_word) >= 4 and v_first_word = any (nightshift.role_names());
end
$$;
comment on function nightshift.is_role_address(text) is
'Whether an address belongs to an office and not to a person, such as info@ or sales@.';
revoke all on function nightshift.is_role_address(text) from public;

create or replace function nightshift.is_of_domain(p_address text, p_domains jsonb) returns boolean
language plpgsql immutable parallel safe set search_path = ''
as $$
declare
  v_domain text := split_part(p_address, '@', 2);
begin
  while v_domain <> '' loop
    if p_domains ? v_domain then
      return true;
    end if;
    v_domain := substr(v_domain, length(split_part(v_domain, '.', 1)) + 2);
  end loop;
  return false;
end
$$;
comment on function nightshift.is_of_domain(text, jsonb) is
'Whether an address is of one of the domains that are keys of an object, or of their subdomains.';
revoke all on function nightshift.is_of_domain(text, jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.key_domains(p_domains text[]) returns jsonb
language sql immutable parallel safe set search_path = ''
as $$
  select coalesce(jsonb_object_agg(d.name, null), '{}') from unnest(p_domains) as d (name)
$$;
comment on function nightshift.key_domains(text[]) is
'Domains as the keys of an object, in which a thousand are searched as fast as ten: see is_of_domain.';
revoke all on function nightshift.key_domains(text[]) from public, anon, authenticated, service_role;
