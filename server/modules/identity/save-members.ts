import type { Database } from '#platform/database';

export type NewMember = { id: string; name: string; email: string; createdAt: Date };

type MemberTables = {
  'identity.user': NewMember & { emailVerified: boolean; updatedAt: Date };
};

/** Adds people who cannot sign in, having no account (the demo's). Known ids are left as they are. */
export async function saveMembers(tx: Database, members: NewMember[]): Promise<void> {
  if (members.length === 0) return;
  await tx
    .withTables<MemberTables>()
    .insertInto('identity.user')
    .values(members.map((member) => ({ ...member, emailVerified: false, updatedAt: member.createdAt })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
