import type { ErrorWords } from './form-errors';

const general = { tooMany: 'account.error.tooMany', other: 'account.error.other' } as const;

export const signUpWords: ErrorWords<'name' | 'email' | 'password'> = {
  general,
  codes: { 'account.exists': { field: 'email', says: 'account.error.exists' } },
  fields: {
    name: 'account.error.name',
    email: 'account.error.email',
    password: 'account.error.password',
  },
};

export const signInWords: ErrorWords<'email' | 'password'> = {
  general,
  codes: { 'account.wrong-password': { says: 'account.error.wrongPassword' } },
  fields: { email: 'account.error.email', password: 'account.error.passwordEmpty' },
};

export const closetWords: ErrorWords<'handle' | 'name' | 'location' | 'story'> = {
  general,
  codes: { 'closet.handle-taken': { field: 'handle', says: 'you.error.handleTaken' } },
  fields: {
    handle: 'you.error.handle',
    name: 'you.error.closetName',
    location: 'you.error.tooLong',
    story: 'you.error.tooLong',
  },
};
