namespace AgentHelpdesk.TeamsBot.Security;

/// <summary>What every response says to browsers: run nothing but our own files, guess no type, keep no answer.</summary>
internal static class SecurityHeaders
{
    // Teams shows pages in a frame; until they are shown there, nobody may frame them.
    private const string PagePolicy = Sources + FramedByNobody;

    private const string Sources =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; ";

    private const string FramedByNobody = "frame-ancestors 'none'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = PagePolicy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";

        // Not "no-referrer": with it a browser sends a form of our own page with the origin "null".
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        return next(context);
    });

    /// <summary>
    /// What is opened by a sealed link: the address itself is the key, so it is told to nobody that a page leads to, and no list of pages keeps it.
    /// There is nothing to run, to fetch or to send.
    /// </summary>
    public static void ShowToHoldersOfLink(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'; " + FramedByNobody;
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex, nofollow";
    }

    /// <summary>A page that shows a PDF of ours inside itself.</summary>
    public static void ShowPdf(HttpContext context) => context.Response.Headers.ContentSecurityPolicy = Sources + "frame-src 'self'; " + FramedByNobody;

    /// <summary>A PDF that a page of ours, and none of another site, may show inside itself.</summary>
    public static void LetOwnPagesShow(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = Sources + "frame-ancestors 'self'";
        context.Response.Headers.XFrameOptions = "SAMEORIGIN";
    }
}
