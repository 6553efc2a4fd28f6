/** Who can open the demo. The addresses are nobody's, and the password is no secret. */

/** An account that the sign-in page offers. */
export interface DemoAccount {
  readonly label: string;
  readonly email: string;
  readonly password: string;
}

const PASSWORD = "nightshift";

/** An account for each role, and one for whoever runs the project. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  "owner",
  "admin",
  "member",
  "viewer",
  "operator",
].map((role) => ({ label: role, email: `${role}@demo.example`, password: PASSWORD }));
