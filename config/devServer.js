/** The product is developed against its own sandbox (`npm start -- --watch`), so the dev server stays as it comes. */
module.exports = (config) => config;
