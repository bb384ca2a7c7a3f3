/** Flex's roles of people who have reservations of their own; supervisors and admins take tasks too. */
export const ROLES = ['agent', 'supervisor', 'admin'];
