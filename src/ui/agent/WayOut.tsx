import { useEffect, useMemo, useState } from 'react';
import type { Session } from '../../app/session';
import { readWayOuts } from '../../core/wayOut/wayOutMarks';
import { wayOutOpensAt } from '../../core/wayOut/wayOutOpens';
import type { Translate } from '../../strings/translate';
import { later } from '../later/later';

/** Most agents never need them. */
const WayOutNotice = later(() => import('./WayOutNotice').then((part) => part.WayOutNotice));
const WayOutMarks = later(() => import('./WayOutNotice').then((part) => part.WayOutMarks));

interface WayOutProps {
  readonly session: Session;
  readonly onTake: (reason: string) => void;
  readonly language: string;
  readonly t: Translate;
}

/** The way out once it is open, and the mark of one that was taken for those who look on. */
export function WayOut({ session, onTake, language, t }: WayOutProps) {
  const marks = useMemo(() => readWayOuts(session.attributes), [session.attributes]);
  const policy = session.catalog.policies.wayOutByReason;
  const opensAt = policy ? wayOutOpensAt(policy, session.refusals) : null;
  const isOpen = usePast(opensAt);
  if (session.readOnly) {
    return marks.length > 0 ? (
      <WayOutMarks session={session} marks={marks} language={language} t={t} />
    ) : null;
  }
  if (!policy || !isOpen || session.follows) return null;
  return (
    <WayOutNotice session={session} policy={policy} onTake={onTake} language={language} t={t} />
  );
}

/** A page that slept is late with its timers: the clock is looked at whenever one comes. */
const LOOK_MS = 5_000;

function usePast(moment: number | null): boolean {
  const [, setLook] = useState(0);
  const isPast = moment !== null && moment <= Date.now();
  useEffect(() => {
    if (moment === null || isPast) return undefined;
    const wait = Math.min(LOOK_MS, Math.max(0, moment - Date.now()));
    const looking = setInterval(() => setLook((look) => look + 1), wait);
    return () => clearInterval(looking);
  }, [moment, isPast]);
  return isPast;
}
