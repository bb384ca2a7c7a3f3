import { useCallback, useEffect, useRef, useState } from 'react';
import {
  NOTHING_KNOWN,
  type AccountDirectory,
  type Directory,
} from '../../../app/editing/directory';

/** What the account has, looked up once, and again when asked for. */
export function useDirectory(account: AccountDirectory): {
  readonly directory: Directory;
  readonly lookAgain: () => void;
} {
  const [directory, setDirectory] = useState(NOTHING_KNOWN);
  const isThere = useRef(true);
  const lookAgain = useCallback(() => {
    void account.look().then((found) => {
      if (isThere.current) setDirectory(found);
    });
  }, [account]);
  useEffect(() => {
    isThere.current = true;
    lookAgain();
    return () => {
      isThere.current = false;
    };
  }, [lookAgain]);
  return { directory, lookAgain };
}
