/** Longer ones are no easier to tell apart, and a stored code has 128 characters (rule 7). */
const LONGEST = 60;

const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');

/**
 * A new id or code made of a name: small ASCII letters, digits and hyphens, and none of those taken. A name without
 * any such letter gives `otherwise`.
 */
export function proposeId(
  name: string,
  isTaken: (id: string) => boolean,
  otherwise: string,
): string {
  const stem = slug(name) || otherwise;
  // Every object has something named `constructor`.
  const isFree = (id: string): boolean => !isTaken(id) && !(id in {});
  let id = stem;
  for (let count = 2; !isFree(id); count += 1) id = `${stem}-${count}`;
  return id;
}
