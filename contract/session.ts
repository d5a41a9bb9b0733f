import { z } from 'zod';

const email = z.email('Must be an e-mail address.').max(254);
const password = z.string().min(10, 'Use at least 10 characters.').max(200, 'Use at most 200 characters.');

export const signUpRequest = z.strictObject({
  name: z.string().trim().min(1, 'Say how people should call you.').max(80, 'Use at most 80 characters.'),
  email,
  password,
});

export const signInRequest = z.strictObject({ email, password: z.string().min(1, 'Type your password.').max(200) });

export const signedIn = z.object({ user: z.object({ id: z.string(), name: z.string(), email: z.string() }) });
