/** One contact: each value with the emails that say so, what contradicts it, and the score. */
import { useQuery, useWorld } from "../../data/query.ts";
import { Moment } from "../../parts/moment.tsx";
import { Answered, Empty, Missing } from "../../parts/states.tsx";
import { count, plain } from "../../words.ts";
import { answersAddress } from "../answers/address.ts";
import { contactsAddress } from "./address.ts";
import { findConflicts } from "./conflicts.ts";
import { ScoreView } from "./score.tsx";
import { contactEmailsSchema, contactsSchema, type Fact, factsSchema } from "./shapes.ts";

export function ContactView({ contactId, search }: {
  readonly contactId: string;
  readonly search: string;
}) {
  const { read, workspaceId } = useWorld();
  const id = encodeURIComponent(contactId);
  const contact = useQuery(["contact", contactId], () =>
    read(
      `contacts?id=eq.${id}&workspace_id=eq.${workspaceId}` +
        "&select=id,email,name,company,job_title,phone,kind,status,ai_score,last_interaction",
      contactsSchema,
    ), ["emails", "tasks"]);
  return (
    <>
      <p>
        <a href={contactsAddress.format({ contactId: null, search })}>All contacts</a>
      </p>
      <Answered result={contact}>
        {([found]) =>
          found
            ? (
              <>
                <h1>{found.name ?? found.email}</h1>
                <p class="note">
                  {[
                    found.name && found.email,
                    found.job_title,
                    found.company,
                    found.phone,
                    found.status && `status: ${plain(found.status)}`,
                  ].filter(Boolean).join(" · ")}
                  {found.kind === "role" && " · an address of several people: no facts, no score"}
                </p>
                <ScoreView contactId={contactId} />
                <Facts contactId={contactId} />
                <Emails contactId={contactId} />
              </>
            )
            : <Missing title="Contact">This contact is not there, or you may not read it.</Missing>}
      </Answered>
    </>
  );
}

function Facts({ contactId }: { readonly contactId: string }) {
  const { read } = useWorld();
  const facts = useQuery(["contact facts", contactId], () =>
    read(
      `contact_facts?contact_id=eq.${encodeURIComponent(contactId)}&order=field,place&limit=80` +
        "&select=field,value,source,is_derived,email_id,last_seen_at,times_seen,place",
      factsSchema,
    ), ["emails", "tasks"]);
  return (
    <section>
      <h2>What is known, and where it says so</h2>
      <Answered result={facts}>
        {(found) => found.length === 0 ? <Empty>Nothing yet.</Empty> : <FactTable facts={found} />}
      </Answered>
    </section>
  );
}

function FactTable({ facts }: { readonly facts: readonly Fact[] }) {
  const conflicts = findConflicts(facts);
  return (
    <>
      {conflicts.length > 0 && (
        <p class="sentence attention">
          Emails say different things about: {conflicts.map(plain).join(", ")}.
        </p>
      )}
      <table>
        <thead>
          <tr>
            <th>Field</th>
            <th>Value</th>
            <th>Said by</th>
            <th>Latest</th>
          </tr>
        </thead>
        <tbody>
          {facts.map((fact) => (
            <tr key={`${fact.field} ${fact.source} ${fact.value}`}>
              <td>{plain(fact.field)}</td>
              <td>{fact.place === 1 ? <b>{fact.value}</b> : fact.value}</td>
              <td>
                <Source fact={fact} />
              </td>
              <td>
                <Moment at={fact.last_seen_at} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="note">
        Values in bold are shown. Every value is a claim: anybody can write a name or a title.
      </p>
    </>
  );
}

function Source({ fact: { source, is_derived, email_id, times_seen } }: { readonly fact: Fact }) {
  const said = is_derived ? "the domain of the address" : source.replace("provider:", "");
  if (email_id === null) return <>{said}</>;
  return (
    <>
      {said} of {count(times_seen, "email")},{" "}
      <a href={answersAddress.format({ tab: "open", emailId: email_id })}>the latest</a>
    </>
  );
}

function Emails({ contactId }: { readonly contactId: string }) {
  const { read } = useWorld();
  const emails = useQuery(["contact emails", contactId], () =>
    read(
      `contact_emails?contact_id=eq.${encodeURIComponent(contactId)}&order=at.desc&limit=20` +
        "&select=email_id,at,direction,client_emails(subject)",
      contactEmailsSchema,
    ), ["emails"]);
  return (
    <section>
      <h2>Latest emails</h2>
      <Answered result={emails}>
        {(found) =>
          found.length === 0 ? <Empty>None.</Empty> : (
            <ul class="emails" data-rows>
              {found.map((email) => (
                <li key={email.email_id}>
                  <a href={answersAddress.format({ tab: "open", emailId: email.email_id })}>
                    {email.client_emails?.subject || "(no subject)"}
                  </a>
                  <span class="note">
                    {email.direction === "inbound" ? "from the contact" : "to the contact"} ·{" "}
                    <Moment at={email.at} />
                  </span>
                </li>
              ))}
            </ul>
          )}
      </Answered>
    </section>
  );
}
