using AgentHelpdesk.Knowledge.Catalogue;

namespace AgentHelpdesk.Knowledge.Embedded;

/// <summary>
/// Which folder holds the installation's data, alike for every host and whatever the working directory: an explicit choice, else the
/// setting, else <c>data/</c> of the checkout that the program was built in.
/// </summary>
public static class DataFolder
{
    /// <summary>The setting's full key.</summary>
    public const string Setting = "Data:Folder";

    private const string CheckoutMark = "AgentHelpdesk.sln";

    /// <param name="option">The value of <c>--data</c>; relative to the working directory. Null when not given.</param>
    /// <param name="setting">The value of <see cref="Setting"/>; relative to the checkout, or outside one to the program's folder. Null or empty when not set.</param>
    /// <exception cref="DataFolderException">Nothing was chosen and the program doesn't lie in a checkout.</exception>
    public static string Locate(string? option, string? setting)
    {
        if (!string.IsNullOrWhiteSpace(option))
            return Path.GetFullPath(option);
        var checkout = FindCheckout();
        if (!string.IsNullOrWhiteSpace(setting))
            return Path.GetFullPath(setting, checkout ?? AppContext.BaseDirectory);
        if (checkout is not null)
            return Path.Combine(checkout, "data");

        throw new DataFolderException(
            DataFolderFault.NotChosen,
            $"No data folder is chosen, and the program in '{AppContext.BaseDirectory}' doesn't lie in a checkout that would have one.\n"
            + $"Name a folder on a local disk with --data DIR or the setting {Setting}.")
        { Path = AppContext.BaseDirectory };
    }

    /// <summary>The folder that holds the solution file, above the program; null for a published program.</summary>
    public static string? FindCheckout()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, CheckoutMark)))
                return folder.FullName;
        }

        return null;
    }
}
