/** As reports call it: `conversations.conversation_attribute_1` is "Conversation attribute 1". */
export function reportName(path: string): string {
  const [root, key = ''] = path.split('.');
  const words = key.replace(/_/g, ' ').replace(/^customer /, '');
  const name = root === 'customers' ? `customer ${words}` : words;
  return name.charAt(0).toUpperCase() + name.slice(1);
}
