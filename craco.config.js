/**
 * The one place for build and test overrides, in CRACO's shape.
 *
 * flex-plugin-scripts up to version 3 read this file itself; version 4 and later ignore it and read
 * webpack.config.js, webpack.dev.js and jest.config.js instead. Those three only hand over what stands here.
 */
module.exports = {
  webpack: { configure: require('./config/webpack') },
  devServer: require('./config/devServer'),
  jest: { configure: require('./config/jest') },
};
