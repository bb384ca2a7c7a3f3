/** Those that are on their way or there, by address. */
const loaded = new Map();

const fetchScript = (src, library) =>
  new Promise((resolve, reject) => {
    const script = document.createElement('script');
    const fail = () => {
      script.remove();
      loaded.delete(src);
      reject(new Error(`Could not load ${src}`));
    };
    script.src = src;
    script.onerror = fail;
    // What a proxy or a login page says instead is loaded, too.
    script.onload = () => (window[library] === undefined ? fail() : resolve(window[library]));
    document.head.append(script);
  });

/** What a script at `src` leaves in the global `library`. It is loaded once; what failed is tried anew at the next call. */
export const loadScript = (src, library) => {
  if (!loaded.has(src)) loaded.set(src, fetchScript(src, library));
  return loaded.get(src);
};
