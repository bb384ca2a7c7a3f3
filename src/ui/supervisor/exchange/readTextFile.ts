/** The text of a file in UTF-8; null where it cannot be read, or is written in another way. */
export const readTextFile = (file: File): Promise<string | null> =>
  new Promise((resolve) => {
    const reader = new FileReader();
    reader.onerror = () => resolve(null);
    reader.onload = () => {
      const text = String(reader.result);
      // What stands for bytes that are no UTF-8: Excel's plain "CSV" has them for each accent.
      resolve(text.includes('\uFFFD') ? null : text);
    };
    reader.readAsText(file);
  });
