export const CatalogEditor = () => null;
