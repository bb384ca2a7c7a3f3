/**
 * Stands in for @twilio-paste/color-contrast-utils (13 kB gzip): Paste asks these four only in
 * useThemeContrastCheck, a hook for theme authors that this plugin never calls.
 */
export const getContrastRatingsOfTokensWithTextContrastRequirements = () => [];
export const getContrastRatingsOfTokensWithUIControlContrastRequirements = () => [];
export const getNumberOfTextFailures = () => 0;
export const getNumberOfUIControlFailures = () => 0;
