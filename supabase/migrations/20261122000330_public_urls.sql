-- Public URLs: tells addresses on the internet from those of a private network.
--
-- A request that a database makes comes from inside the network of its host. On a hosted project it must
-- reach nothing there but what is public.
-- Locks: none. Time: milliseconds.

create or replace function nightshift.is_private_ip(p_address inet) returns boolean
language sql immutable parallel safe set search_path = ''
as $$
  select exists (
    select
    from unnest(array[
      '0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24',
      '192.168.0.0/16', '192.0.2.0/24', '192.88.99.0/24', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24',
      '224.0.0.0/3', '::/96', '::ffff:0:0/96', '64:ff9b::/32', '100::/64', '2001::/32', '2001:db8::/32', '2002::/16',
      '3fff::/20', '5f00::/16', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'
    ]::inet[]) as reserved (network)
    where family(reserved.network) = family(p_address) and p_address <<= reserved.network)
$$;
comment on function nightshift.is_private_ip(inet) is
'Whether an IP address belongs to a private, local or otherwise reserved network, also when an IPv6 address contains '
'it.';
revoke all on function nightshift.is_private_ip(inet) from public;

create or replace function nightshift.is_public_url(p_url text) returns boolean
language plpgsql immutable parallel safe set search_path = ''
as $$
declare
  -- Everything up to the first slash, question mark or hash; a backslash counts as a slash in some programs.
  v_authority text := substring(lower(p_url) from '^https?://([^/?#\\\s]+)([/?#]|$)');
  v_host text;
begin
  if v_authority is null or v_authority ~ '@' or p_url ~ '[[:cntrl:]\s\\]' then
    return false;
  end if;
  if v_authority ~ '^\[' then
    v_host := substring(v_authority from '^\[([0-9a-f:.]+)\](:[0-9]{1,5})?$');
    return v_host is not null and not nightshift.is_private_ip(v_host::inet);
  end if;
  v_host := rtrim(substring(v_authority from '^([a-z0-9._-]+)(:[0-9]{1,5})?$'), '.');
  if v_host ~ '^[0-9]{1,3}(\.[0-9]{1,3}){3}$' then
    -- A leading zero means octal to some programs and decimal to others.
    return v_host !~ '(^|\.)0[0-9]' and not nightshift.is_private_ip(v_host::inet);
  end if;
  -- A name without a dot is local, and one whose last part is a number is an IP address in another spelling.
  return coalesce(v_host ~ '\.' and v_host !~ '(^|\.)(0x[0-9a-f]*|[0-9]+)$' and v_host !~ '\.\.'
    and v_host !~ '(^|\.)(localhost|localdomain6?|local|internal|intranet|lan|home|corp|private|svc)$'
    and v_host !~ '(^|\.)(test|invalid|onion|arpa)$'
    -- Services whose names lead to the address that is written in them, or to this machine.
    and v_host !~ '(^|\.)(nip\.io|sslip\.io|xip\.io|xip\.name|1u\.ms|rbndr\.us)$'
    and v_host !~ '(^|\.)(localtest|lvh|traefik|vcap|fuf)\.me$|(^|\.)lacolhost\.com$', false);
exception
  when invalid_text_representation then
    return false;
end
$$;
comment on function nightshift.is_public_url(text) is
'Whether a URL names a host on the internet: no private or local address in any spelling, no local name, no user '
'name. A public name can still lead to a private address; that is for the network of the host to refuse.';
revoke all on function nightshift.is_public_url(text) from public;

create or replace function nightshift.is_alert_address(p_url text) returns boolean
language plpgsql stable set search_path = ''
as $$
begin
  -- Only a project that runs in a private network itself, such as a local stack, may post into one.
  return nightshift.is_public_url(p_url)
    or coalesce(nightshift.read_secret('project_url') <> ''
      and not nightshift.is_public_url(nightshift.read_secret('project_url')), false);
end
$$;
comment on function nightshift.is_alert_address(text) is
'Whether alerts may be posted to a URL: a public one, or any when the project_url in Vault is not public itself.';
revoke all on function nightshift.is_alert_address(text) from public;

create or replace function nightshift.check_alert_address() returns trigger
language plpgsql set search_path = ''
as $$
begin
  if not nightshift.is_alert_address(new.webhook_url) then
    raise exception
      'alert_address_private: alerts of a hosted project go to public addresses only, and % is not public.',
      left(new.webhook_url, 200)
      using errcode = 'PT400';
  end if;
  return new;
end
$$;
comment on function nightshift.check_alert_address() is
'Refuses a rule for alerts to a private address. Error: PT400 alert_address_private.';
revoke all on function nightshift.check_alert_address() from public;
