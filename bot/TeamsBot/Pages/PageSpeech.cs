using AgentHelpdesk.TeamsBot.Answers;
using AgentHelpdesk.TeamsBot.Resources;
using AgentHelpdesk.TeamsBot.Settings;
using Microsoft.Extensions.Options;

namespace AgentHelpdesk.TeamsBot.Pages;

/// <summary>The language of the page itself: the one chosen on it, kept in a cookie, else the installation's.</summary>
internal sealed class PageSpeech(IOptions<LanguageOptions> options)
{
    /// <summary>The parameter of an address that chooses the language, and the cookie that keeps it.</summary>
    public const string Choosing = "langue";

    public Language Preset => Language.Find(options.Value.Default) ?? Language.French;

    public Messages Of(HttpContext context) => Messages.In(Choice(context) ?? Preset);

    /// <summary>Null until the person chooses: then the question decides.</summary>
    public static Language? Choice(HttpContext context) =>
        Language.Find(context.Request.Query[Choosing]) ?? Language.Find(context.Request.Cookies[Choosing]);

    /// <summary>Keeps the language that the address of this request chooses, if it does.</summary>
    public static void KeepChoice(HttpContext context)
    {
        if (Language.Find(context.Request.Query[Choosing]) is { } language)
            Keep(context, language);
    }

    public static void Keep(HttpContext context, Language language) => context.Response.Cookies.Append(
        Choosing, language.Code, new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Strict, Path = "/", MaxAge = TimeSpan.FromDays(365), IsEssential = true });
}
