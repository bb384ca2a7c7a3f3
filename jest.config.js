module.exports = require('./craco.config').jest.configure;
