module.exports = require('./craco.config').devServer;
