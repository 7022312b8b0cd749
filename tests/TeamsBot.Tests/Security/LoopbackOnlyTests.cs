using System.Net;
using AgentHelpdesk.TeamsBot.Security;
using Microsoft.AspNetCore.Http;

namespace AgentHelpdesk.TeamsBot.Tests.Security;

public sealed class LoopbackOnlyTests
{
    [Theory]
    [InlineData("127.0.0.1", "localhost")]
    [InlineData("127.0.0.1", "localhost:3978")]
    [InlineData("::1", "[::1]:3978")]
    [InlineData("127.0.0.1", "127.0.0.1:3978")]
    [InlineData("::ffff:127.0.0.1", "LOCALHOST")]
    public void This_machine_asking_for_itself_is_answered(string peer, string host) => LoopbackOnly.IsLocal(Request(peer, host)).ShouldBeTrue();

    [Theory]
    [InlineData("192.168.1.20", "localhost")]
    [InlineData("127.0.0.1", "helpdesk.example")]
    [InlineData("127.0.0.1", "localhost.evil.example")]
    [InlineData("127.0.0.1", "127.0.0.1.evil.example")]
    [InlineData("127.0.0.1", "192.168.1.20")]
    [InlineData("127.0.0.1", "0.0.0.0")]
    [InlineData("127.0.0.1", "")]
    [InlineData(null, "localhost")]
    public void Anyone_else_and_any_other_name_is_refused(string? peer, string host) => LoopbackOnly.IsLocal(Request(peer, host)).ShouldBeFalse();

    [Theory]
    [InlineData("Forwarded")]
    [InlineData("via")]
    [InlineData("X-Forwarded-For")]
    [InlineData("x-forwarded-host")]
    [InlineData("X-Forwarded")]
    [InlineData("X-Original-Host")]
    [InlineData("X-Real-IP")]
    [InlineData("CF-Connecting-IP")]
    [InlineData("X-ARR-LOG-ID")]
    public void A_trace_of_a_relay_closes_the_page_even_when_empty(string header)
    {
        var context = Request("127.0.0.1", "localhost");
        context.Request.Headers[header] = "";

        LoopbackOnly.IsLocal(context).ShouldBeFalse();
    }

    [Fact]
    public void A_relay_that_leaves_no_trace_but_its_old_protocol_is_refused()
    {
        var context = Request("127.0.0.1", "127.0.0.1:3978");
        context.Request.Protocol = "HTTP/1.1";
        LoopbackOnly.IsLocal(context).ShouldBeTrue();

        context.Request.Protocol = "HTTP/1.0";
        LoopbackOnly.IsLocal(context).ShouldBeFalse();
    }

    private static DefaultHttpContext Request(string? peer, string host)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = peer is null ? null : IPAddress.Parse(peer);
        context.Request.Host = new HostString(host);
        return context;
    }
}
