/** What one Dovecot is configured with. */
export interface DovecotOptions {
  /** A folder of its own. */
  readonly folder: string;
  readonly certificatePath: string;
  readonly keyPath: string;
  readonly tlsPort: number;
  readonly starttlsPort: number;
  /** Password of every user. */
  readonly password: string;
  /** Who runs it; for root, the emails belong to another user, because Dovecot insists. */
  readonly owner: { readonly user: string; readonly group: string };
  readonly isRoot: boolean;
  /** The name of the folder for sent emails. */
  readonly sentFolder: string;
}

/** A configuration of Dovecot 2.3 that uses nothing outside its folder. */
export function writeDovecotConfig(options: DovecotOptions): string {
  const { folder, owner, isRoot } = options;
  const internal = isRoot
    ? "default_internal_user = dovecot\ndefault_login_user = dovenull"
    : `default_internal_user = ${owner.user}\ndefault_login_user = ${owner.user}\n` +
      `default_internal_group = ${owner.group}`;
  return `
protocols = imap
listen = 127.0.0.1
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
${internal}
ssl = required
ssl_cert = <${options.certificatePath}
ssl_key = <${options.keyPath}
disable_plaintext_auth = yes
auth_mechanisms = plain login
auth_failure_delay = 0
mail_fsync = never
mail_location = maildir:${folder}/mail/%u
first_valid_uid = 1
mail_max_userip_connections = 100
passdb {
  driver = static
  args = password=${options.password}
}
userdb {
  driver = static
  args = uid=${owner.user} gid=${owner.group} home=${folder}/home/%u allow_all_users=yes
}
service anvil {
  chroot =
  # Wrong passwords of tests are not answered late.
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
# Processes that serve many connections: tests make hundreds.
service imap-login {
  chroot =
  service_count = 0
  process_min_avail = 1
  inet_listener imap {
    port = ${options.starttlsPort}
  }
  inet_listener imaps {
    port = ${options.tlsPort}
    ssl = yes
  }
}
service imap {
  service_count = 0
  process_min_avail = 1
}
service stats {
  unix_listener stats-writer {
    mode = 0666
  }
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox "${options.sentFolder}" {
    auto = create
    special_use = \\Sent
  }
  mailbox Drafts {
    auto = create
    special_use = \\Drafts
  }
  mailbox Junk {
    auto = create
    special_use = \\Junk
  }
  mailbox Trash {
    auto = create
    special_use = \\Trash
  }
}
`;
}
