// Loaded before a program under test (node --require): it is reachable from this machine alone, and reaches nothing else.
"use strict";

const net = require("node:net");

const loopback = host => !host || host === "localhost" || host === "::1" || /^127\./.test(host);

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...given) {
    // Node hands its own calls on as one list of what was given.
    const [first, second] = Array.isArray(given[0]) ? given[0] : given;
    const host = typeof first === "object" && first !== null ? first.host : second;
    if (typeof first === "string" || first?.path || loopback(host))
        return connect.apply(this, given);
    process.nextTick(() => this.destroy(Object.assign(new Error(`connect ENETUNREACH ${host}`), { code: "ENETUNREACH" })));
    return this;
};

const listen = net.Server.prototype.listen;
net.Server.prototype.listen = function (first, ...rest) {
    if (typeof first === "number" && typeof rest[0] !== "string")
        return listen.call(this, first, "127.0.0.1", ...rest);
    if (typeof first === "object" && first !== null && first.port !== undefined && !first.host)
        return listen.call(this, { ...first, host: "127.0.0.1" }, ...rest);
    return listen.call(this, first, ...rest);
};
