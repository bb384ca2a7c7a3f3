/** Local time of an ISO date, to the second. */
export const timeOfDay = (iso: string): string => new Date(iso).toLocaleTimeString();
