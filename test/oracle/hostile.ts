import type { Draw } from './draw';

/** What people, scripts and pasted pages put into a text field. */
const TEXTS: readonly string[] = [
  '',
  ' ',
  ' \n\t ',
  '\u200b',
  '\ufeff\u2060',
  '\u200d',
  '\u00ad\u034f',
  '\u180e',
  '\u115f\u3164\uffa0',
  '\u2800',
  '\ufe0f',
  '\u{e0041}',
  'New\u00a0York',
  'New\u202fYork\u3000',
  'soft\u00adhyphen \u2028line',
  'Ye\u200ds\ufe0f',
  '❤\ufe0f\u200d🔥 1\ufe0f\u20e3',
  'می\u200c\u200d\u200cخ\u200c',
  '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}\u{e0041}',
  'plain',
  '  two words \r\n and a line ',
  'Müller',
  'Mu\u0308ller',
  '<script>alert(1)</script>',
  '\u202eevil\u202c',
  '\u061cAR\u2066x\u2069',
  'zero\u200bwidth\u200e',
  'می\u200cخواهم',
  '👩\u200d👩\u200d👧',
  'half \ud83d',
  '\ude42 half',
  '\ud83d\u200b\ude42',
  'NaN',
  'Infinity',
  '1e309',
  '-0',
  '007',
  '00123456789',
  '__proto__',
  'ΐ straße ǰ',
  'İstanbul',
  'tab\there\u0085x\u0000',
  'Yes',
  'yes',
  'null',
  `WT${'0a'.repeat(16)}`,
];
const PHONES = [
  '+49 30 1234567',
  '0049 (30) 123-45/67',
  '+1.202.555.0143',
  '+44 (0)20 7946 0958',
  '0049 (0) 30 123456',
  '+39 (0)6 1234567',
  '030 1234567',
  '+0123456789',
  '+1234567',
  '+123456789012345',
  '+1234567890123456',
  '+49301234५67',
  '+4930 123 456 ext 7',
];
const EMAILS = [
  'Jo.Doe@Example.com',
  " o'brien@example.co.uk ",
  'jo@example',
  'jo@@example.com',
  'jo@-x.com',
  'jo@ex ample.com',
  'jö@example.com',
  'a+b@sub.example-x.org',
  '@example.com',
];
const URLS = [
  'https://example.com/a?b=c#d',
  'HTTP://EXAMPLE.com',
  'https://exa mple.com',
  'ftp://example.com',
  'javascript:alert(1)',
  'https://',
  'http://[::1]/x',
  'https://example.com/\u200bhidden',
  'example.com',
];
const REFERENCES = [
  'AB-1234',
  'ab-1234',
  'AB-12345',
  'xAB-1234',
  '0007-0001',
  'AB-1234\u200b',
  '٣',
];
const NUMBERS = [
  '0',
  '-0',
  '007',
  '5',
  '12',
  '-3',
  '+3',
  ' 2.50 ',
  '2,5',
  '0,125',
  '1,500',
  '1.500',
  '1.234,5',
  '12345,678',
  '100',
  '101',
  '30000000.01',
  '30000000.05',
  '0.3',
  '0.15',
  '999999999999999',
  '9007199254740993',
  '0.1234567890123456',
  '1e3',
  '1e309',
  'NaN',
  'Infinity',
  '0x10',
  '',
  ' ',
  '5\u200b',
  '५',
  '1.',
  '.5',
  '--1',
];
const DATES = [
  '2026-11-24',
  '2026-11-24T17:05',
  '2026-02-29',
  '2028-02-29',
  '1901-01-01',
  '1900-12-31',
  '2049-12-31',
  '2050-01-01',
  '1901-01-01T00:00',
  '2049-12-31T23:59',
  '2026-11-24T24:00',
  '2026-13-01',
  '2026-11-24T17:05Z',
  '24.11.2026',
  '',
  ' ',
  '2026-1-1',
];
export const OFFSETS = [null, 0, 60, 120, -300, 330, 345, -720, 840, 841, 5999, 330.5];

const long = (draw: Draw): string => {
  const length = draw.oneOf([20, 21, 127, 128, 129, 200, 1000, 1024, 1025]);
  return draw.oneOf(['x', 'ß', '🙂', 'e\u0301']).repeat(length).slice(0, length);
};

/** A text for a field of this kind: mostly one that is meant for it, sometimes any other. */
export function typed(draw: Draw, kind: string): string {
  const own = {
    phone: PHONES,
    email: EMAILS,
    url: URLS,
    reference: REFERENCES,
    number: NUMBERS,
    date: DATES,
  }[kind];
  if (draw.oncein(12)) return long(draw);
  if (kind === 'url' && draw.oncein(8)) return `https://example.com/${long(draw)}`;
  return own && !draw.oncein(8) ? draw.oneOf(own) : draw.oneOf(TEXTS);
}

/** 1 MB, as somebody may paste it. */
export const HUGE = 'a\u202e🙂'.repeat(262_144);
