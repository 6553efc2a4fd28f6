/** Who writes, whom to answer first, and which email says what is known. */
import { go } from "../../data/address.ts";
import { useQuery, useWorld } from "../../data/query.ts";
import { Moment } from "../../parts/moment.tsx";
import { Answered, Empty } from "../../parts/states.tsx";
import { contactsAddress } from "./address.ts";
import { ContactView } from "./contact.tsx";
import { formatSearch } from "./search.ts";
import { type Contact, contactsSchema } from "./shapes.ts";

const MOST = 50;

export function Contacts({ contactId, search }: {
  readonly contactId: string | null;
  readonly search: string;
}) {
  return contactId === null
    ? <List search={search} />
    : <ContactView contactId={contactId} search={search} />;
}

function List({ search }: { readonly search: string }) {
  const { read, workspaceId } = useWorld();
  const contacts = useQuery(["contacts", search], () =>
    read(
      `contacts?workspace_id=eq.${workspaceId}${formatSearch(search)}&limit=${MOST}` +
        "&order=ai_score.desc.nullslast,last_interaction.desc.nullslast,id" +
        "&select=id,email,name,company,job_title,phone,kind,status,ai_score,last_interaction",
      contactsSchema,
    ), ["emails", "tasks"]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    go(contactsAddress.format({ contactId: null, search: String(form.get("search") ?? "") }));
  };
  return (
    <>
      <h1>Contacts</h1>
      <form class="inline" role="search" onSubmit={submit}>
        <label class="wide">
          Name, company or address
          <input name="search" type="search" defaultValue={search} data-filter />
        </label>
        <button type="submit">Search</button>
      </form>
      <Answered result={contacts}>
        {(found) => found.length === 0 ? <None search={search} /> : <Table rows={found} />}
      </Answered>
    </>
  );
}

function None({ search }: { readonly search: string }) {
  return search === ""
    ? (
      <Empty>
        No contact is known yet. The guide <code>docs/guides/contacts.md</code>{" "}
        says how a workspace asks for them.
      </Empty>
    )
    : (
      <Empty>
        No contact has “{search}” in it.{" "}
        <a href={contactsAddress.format({ contactId: null, search: "" })}>Show all</a>
      </Empty>
    );
}

function Table({ rows }: { readonly rows: readonly Contact[] }) {
  return (
    <>
      <table data-rows>
        <thead>
          <tr>
            <th>Contact</th>
            <th>Latest email</th>
            <th class="number">Score</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((contact) => (
            <tr key={contact.id}>
              <td>
                <a href={contactsAddress.format({ contactId: contact.id, search: "" })}>
                  {contact.name ?? contact.email}
                </a>
                <span class="note">
                  {[contact.job_title, contact.company, contact.name && contact.email]
                    .filter(Boolean).join(" · ")}
                </span>
              </td>
              <td>{contact.last_interaction ? <Moment at={contact.last_interaction} /> : "–"}</td>
              <td class="number">
                {contact.ai_score === null ? "–" : contact.ai_score.toFixed(0)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === MOST && <p class="note">These are the first {MOST}. Search for others.</p>}
    </>
  );
}
