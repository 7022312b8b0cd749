using AgentHelpdesk.Answering;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Knowledge.Catalogue;
using AgentHelpdesk.Knowledge.Index;
using AgentHelpdesk.TeamsBot.Answers;

namespace AgentHelpdesk.TeamsBot.Trying;

internal static class TryingQuestions
{
    /// <summary>Trying before publishing: the turn of the host, over other readers.</summary>
    public static void AddTrying(this IServiceCollection services) => services.AddSingleton(provider => new TryQuestion(
        provider.GetRequiredService<ICatalogueReader>(), provider.GetRequiredService<IIndexReader>(), (catalogue, index) => TurnOver(provider, catalogue, index)));

    private static Turn TurnOver(IServiceProvider provider, ICatalogueReader catalogue, IIndexReader index)
    {
        var search = ActivatorUtilities.CreateInstance<SearchPassages>(provider, catalogue, index);
        var writer = ActivatorUtilities.CreateInstance<ExtractiveWriter>(provider, catalogue);
        var write = ActivatorUtilities.CreateInstance<WriteAnswer>(provider, writer);
        return ActivatorUtilities.CreateInstance<Turn>(provider, ActivatorUtilities.CreateInstance<AnswerQuestion>(provider, search, write));
    }
}
