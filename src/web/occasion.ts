/** The mark of a form on screen: whoever posts it twice (a second click, a reload) posts one mark. */
export const newOccasion = (): string => crypto.randomUUID();

/** The mark that came with a form, or a new one where there was none. */
export const occasionOf = (form: URLSearchParams): string => {
  const posted = form.get('occasion') ?? '';
  return /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/.test(posted) ? posted : newOccasion();
};
