using AgentHelpdesk.TeamsBot.Security;
using Microsoft.AspNetCore.Http;

namespace AgentHelpdesk.TeamsBot.Tests.Security;

public sealed class SameOriginOnlyTests
{
    [Theory]
    [InlineData("same-origin", "http://localhost:3978", true)]
    [InlineData("same-origin", null, true)]
    [InlineData(null, "http://localhost:3978", true)]
    [InlineData(null, null, false)]
    [InlineData("cross-site", "http://localhost:3978", false)]
    [InlineData("same-site", null, false)]
    [InlineData("none", null, false)]
    [InlineData("same-origin", "http://localhost:5000", false)]
    [InlineData(null, "https://evil.example", false)]
    [InlineData(null, "null", false)]
    [InlineData(null, "https://localhost:3978", false)]
    public void Only_a_request_that_shows_its_own_origin_is_carried_out(string? site, string? origin, bool expected)
    {
        var request = new DefaultHttpContext().Request;
        request.Scheme = "http";
        request.Host = new HostString("localhost:3978");
        if (site is not null)
            request.Headers["Sec-Fetch-Site"] = site;
        if (origin is not null)
            request.Headers.Origin = origin;

        SameOriginOnly.ComesFromOwnPage(request).ShouldBe(expected);
    }
}
