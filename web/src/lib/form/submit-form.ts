import type { SubmitFunction } from '@sveltejs/kit';
import { tick } from 'svelte';

/** For `use:enhance`: keeps what was typed, and where something is wrong leads to the first such field. */
export const submitForm: SubmitFunction = ({ formElement }) => {
  return async ({ update, result }) => {
    await update({ reset: false });
    if (result.type !== 'failure') return;
    await tick();
    formElement.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  };
};
