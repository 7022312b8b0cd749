using Microsoft.Extensions.Configuration;

namespace AgentHelpdesk.IngestionJob.Resources;

/// <summary>The choice on the command line, else the installation's, else French.</summary>
internal static class LanguageChoice
{
    public static Language Of(string[] arguments, IConfiguration configuration)
    {
        var option = arguments.Index().Where(argument => argument.Item == "--lang").Select(argument => arguments.ElementAtOrDefault(argument.Index + 1))
            .Concat(arguments.Where(argument => argument.StartsWith("--lang=", StringComparison.Ordinal)).Select(argument => argument["--lang=".Length..]))
            .FirstOrDefault();
        return Language.Find(option) ?? Language.Find(configuration["Language:Default"]) ?? Language.French;
    }
}
