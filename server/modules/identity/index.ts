export { createIdentity, type Identity } from './create-identity.ts';
export { type Member, requireMember, requireOperator } from './policy.ts';
export { identityRoutes } from './routes.ts';
export { type NewMember, saveMembers } from './save-members.ts';
