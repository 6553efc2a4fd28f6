-- Rendering reports: one pure function makes the text, the Slack blocks and the HTML of a report.
--
-- Labels and details of rows were written by strangers (subjects, names). Each channel gets them escaped. The HTML is
-- made of tables with inline styles: no script, no image, and nothing that an email program would have to fetch.
-- Locks: none. Time: below a millisecond a report.

create or replace function nightshift.show_value(p_value numeric, p_unit text) returns text
language sql immutable parallel safe set search_path = ''
as $$
  select case when p_value is null then '–'
    when p_unit = 'usd' then '$' || case when p_value = round(p_value, 2) then to_char(p_value, 'FM999,999,999,990.00')
      else rtrim(to_char(p_value, 'FM999,999,999,990.00000000'), '0') end
    when p_unit = 'minutes' then to_char(p_value, 'FM999,999,999,990') || ' min'
    when p_value <> round(p_value) then to_char(p_value, 'FM999,999,999,990.0')
    else to_char(p_value, 'FM999,999,999,999,990') end
$$;
comment on function nightshift.show_value(numeric, text) is 'A number for people. p_unit: usd, minutes, or null.';
revoke all on function nightshift.show_value(numeric, text) from public, anon, authenticated, service_role;

create or replace function nightshift.show_change(p_value numeric, p_before numeric, p_unit text) returns text
language sql immutable parallel safe set search_path = ''
as $$
  -- Of a small number, a percentage says more than is known.
  select case when p_before is null then ''
    else 'before: ' || nightshift.show_value(p_before, p_unit) || case when p_before >= 10 and p_value is not null
      then ' (' || to_char(round(100 * (p_value - p_before) / p_before), 'FMSG999,999,990') || ' %)' else '' end end
$$;
comment on function nightshift.show_change(numeric, numeric, text) is
'The number of the period before, and the change in percent where that number is 10 or more.';
revoke all on function nightshift.show_change(numeric, numeric, text) from public, anon, authenticated, service_role;

create or replace function nightshift.list_report_rows(p_report jsonb)
returns table (section bigint, title text, query text, place bigint, label text, detail text, shown text, change text,
  share integer)
language sql immutable parallel safe set search_path = ''
as $$
  select s.place, nightshift.plain_line(s.item ->> 'title', 100), s.item ->> 'query', r.place,
    nightshift.plain_line(r.item ->> 'label', 200), nightshift.plain_line(r.item ->> 'detail', 200),
    case when r.item ? 'value' then nightshift.show_value((r.item ->> 'value')::numeric, r.item ->> 'unit') else '' end,
    nightshift.show_change((r.item ->> 'value')::numeric, (r.item ->> 'before')::numeric, r.item ->> 'unit'),
    case when not r.item ? 'unit' and r.item ? 'value' then round(100 * greatest((r.item ->> 'value')::numeric, 0)
      / nullif(max(case when not r.item ? 'unit' then (r.item ->> 'value')::numeric end) over (partition by s.place), 0)
      )::integer end
  from jsonb_array_elements(p_report -> 'sections') with ordinality as s (item, place)
  cross join lateral jsonb_array_elements(s.item -> 'rows') with ordinality as r (item, place)
$$;
comment on function nightshift.list_report_rows(jsonb) is
'Part of render_report: the rows of a report, each on one line. share: length of its bar in percent.';
revoke all on function nightshift.list_report_rows(jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.report_text(p_report jsonb) returns text
language sql immutable parallel safe set search_path = ''
as $$
  select concat_ws(E'\n\n', nightshift.plain_line(p_report ->> 'title', 200),
    nightshift.plain_line(p_report ->> 'subtitle', 300), (
      select string_agg(t.text, E'\n\n' order by t.section)
      from (
        select r.section, upper(min(r.title)) || E'\n' || string_agg(
          '  ' || rpad(concat_ws(' · ', r.label, nullif(r.detail, '')), 44) || ' ' || lpad(r.shown, 12)
            || case when r.change = '' then '' else '   ' || r.change end, E'\n' order by r.place)
          || E'\n  from: ' || min(r.query) as text
        from nightshift.list_report_rows(p_report) r
        group by r.section
      ) t),
    (select 'Left out, because there is no data: ' || string_agg(l.name, ', ' order by l.position) || '.'
     from jsonb_array_elements_text(p_report -> 'left_out') with ordinality as l (name, position))) || E'\n'
$$;
comment on function nightshift.report_text(jsonb) is 'Part of render_report: plain text.';
revoke all on function nightshift.report_text(jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.report_html(p_report jsonb) returns text
language sql immutable parallel safe set search_path = ''
as $$
  select '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>' || h.title || '</title></head>'
    '<body style="margin:0;padding:0;background:#f3f4f6">'
    '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="background:#f3f4f6"><tr>'
    '<td align="center" style="padding:24px 8px"><table role="presentation" width="640" cellpadding="0" '
    'cellspacing="0" style="width:640px;max-width:100%;background:#ffffff;border:1px solid #e5e7eb;border-radius:8px;'
    'font-family:Arial,Helvetica,sans-serif;color:#111827"><tr><td style="padding:24px 28px 4px">'
    '<h1 style="margin:0;font-size:22px;line-height:28px">' || h.title || '</h1>'
    '<p style="margin:6px 0 0;font-size:14px;line-height:20px;color:#4b5563">' || h.subtitle || '</p></td></tr>'
    || coalesce((select string_agg(t.html, '' order by t.section) from (
      select r.section, '<tr><td style="padding:18px 28px 0"><h2 style="margin:0 0 6px;font-size:15px;'
        'line-height:20px">' || nightshift.escape_for_html(min(r.title)) || '</h2>'
        '<table width="100%" cellpadding="0" cellspacing="0" '
        'style="font-size:14px;line-height:20px;border-collapse:collapse">' || string_agg(
          '<tr><td style="padding:5px 8px 5px 0;border-top:1px solid #f3f4f6">' || nightshift.escape_for_html(r.label)
          || coalesce('<br><span style="color:#6b7280;font-size:12px">'
            || nightshift.escape_for_html(nullif(r.detail, '')) || '</span>', '')
          || '</td><td width="120" style="padding:5px 8px;border-top:1px solid #f3f4f6">'
          || case when r.share > 0 then '<table width="' || r.share || '%" cellpadding="0" cellspacing="0"><tr>'
            '<td height="8" bgcolor="#4f46e5" style="height:8px;line-height:8px;font-size:1px;background:#4f46e5;'
            'border-radius:4px">&nbsp;</td></tr></table>' else '&nbsp;' end
          || '</td><td align="right" width="110" style="padding:5px 0;border-top:1px solid #f3f4f6;'
          'white-space:nowrap"><strong>'
          || nightshift.escape_for_html(r.shown) || '</strong>'
          || case when r.change = '' then '' else '<br><span style="color:#6b7280;font-size:12px">'
            || nightshift.escape_for_html(r.change) || '</span>' end || '</td></tr>', '' order by r.place)
        || '</table><p style="margin:4px 0 0;font-size:11px;line-height:15px;color:#9ca3af">from: '
        || nightshift.escape_for_html(min(r.query)) || '</p></td></tr>' as html
      from nightshift.list_report_rows(p_report) r
      group by r.section
    ) t), '')
    || '<tr><td style="padding:18px 28px 24px;font-size:12px;line-height:17px;color:#6b7280">'
    || coalesce((
      select 'Left out, because there is no data: '
        || nightshift.escape_for_html(string_agg(l.name, ', ' order by l.position)) || '.'
      from jsonb_array_elements_text(p_report -> 'left_out') with ordinality as l (name, position)), '&nbsp;')
    || '</td></tr></table></td></tr></table></body></html>'
  from (
    select nightshift.escape_for_html(nightshift.plain_line(p_report ->> 'title', 200)) as title,
      coalesce(nightshift.escape_for_html(nightshift.plain_line(p_report ->> 'subtitle', 300)), '') as subtitle
  ) h
$$;
comment on function nightshift.report_html(jsonb) is
'Part of render_report: HTML for an email program, made of tables, with bars, without script, image or remote content.';
revoke all on function nightshift.report_html(jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.report_slack(p_report jsonb) returns jsonb
language sql immutable parallel safe set search_path = ''
as $$
  select jsonb_build_object(
    'text', nightshift.escape_for_slack(nightshift.plain_line(p_report ->> 'title', 200)),
    'blocks', jsonb_build_array(
      jsonb_build_object('type', 'header', 'text', jsonb_build_object('type', 'plain_text',
        'text', left(nightshift.plain_line(p_report ->> 'title', 200), 150))),
      jsonb_build_object('type', 'section', 'text', jsonb_build_object('type', 'mrkdwn', 'text',
        coalesce(nullif(nightshift.escape_for_slack(nightshift.plain_line(p_report ->> 'subtitle', 300)), ''), ' '))))
    || coalesce((
      select jsonb_agg(jsonb_build_object('type', 'section', 'text', jsonb_build_object('type', 'mrkdwn',
        'text', left(t.text, 2900))) order by t.section)
      from (
        select r.section, '*' || nightshift.escape_for_slack(min(r.title)) || '*' || E'\n' || string_agg(
          nightshift.escape_for_slack(concat_ws(' · ', r.label, nullif(r.detail, ''), nullif(r.shown, ''),
            nullif(r.change, ''))), E'\n' order by r.place) as text
        from nightshift.list_report_rows(p_report) r
        group by r.section
      ) t), '[]'))
$$;
comment on function nightshift.report_slack(jsonb) is
'Part of render_report: a message for an incoming webhook of Slack.';
revoke all on function nightshift.report_slack(jsonb) from public, anon, authenticated, service_role;

create or replace function nightshift.render_report(p_report jsonb) returns jsonb
language sql immutable parallel safe set search_path = ''
as $$
  select jsonb_build_object('subject', left(nightshift.plain_line(p_report ->> 'title', 200), 200),
    'text', nightshift.report_text(p_report), 'html', nightshift.report_html(p_report),
    'slack', nightshift.report_slack(p_report))
$$;
comment on function nightshift.render_report(jsonb) is
'{subject, text, html, slack} of the numbers of a report: {title, subtitle, sections: [{title, query, rows: [{label, '
'detail, value, unit, before}]}], left_out: [titles]}. The same numbers always give the same bytes.';
revoke all on function nightshift.render_report(jsonb) from public, anon, authenticated, service_role;
