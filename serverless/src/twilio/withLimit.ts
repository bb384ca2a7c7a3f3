/** What the work answers, or `late` when it takes longer. What comes after that goes nowhere. */
export const withLimit = async <T>(work: Promise<T>, limitMs: number, late: T): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const alarm = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(late), limitMs);
  });
  try {
    return await Promise.race([work, alarm]);
  } finally {
    clearTimeout(timer);
  }
};
