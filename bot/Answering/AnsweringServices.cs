using System.Diagnostics.Metrics;
using AgentHelpdesk.Answering.Grounding;
using AgentHelpdesk.Answering.Questions;
using AgentHelpdesk.Answering.Retrieval;
using AgentHelpdesk.Answering.Suggestions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AgentHelpdesk.Answering;

public static class AnsweringServices
{
    /// <summary>From a question to an answer; the host adds a store and binds <see cref="AnsweringOptions"/>.</summary>
    public static IServiceCollection AddAnswering(this IServiceCollection services)
    {
        services.AddOptions<AnsweringOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ExtractiveWriterOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<PrivacyOptions>().Validate(
            options => options.MemberNumberPatterns.All(PrivacyOptions.IsUsable), $"{PrivacyOptions.Section}:{nameof(PrivacyOptions.MemberNumberPatterns)} holds a pattern that can't be used.").ValidateOnStart();
        services.TryAddSingleton<PersonalDataMask>();
        services.TryAddSingleton<QuestionReader>();
        services.TryAddSingleton<SearchPassages>();
        services.TryAddSingleton<IAnswerWriter, ExtractiveWriter>();
        services.AddOptions<ModelWriterOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<ModelWriter>();
        services.TryAddSingleton<IModelGate, OpenGate>();
        services.AddOptions<ContactOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<WriteAnswer>();
        services.AddOptions<ModelBudgetOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<ModelPrices>();
        services.AddOptions<AnswerCacheOptions>().ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<AnswerCache>();
        services.TryAddSingleton(provider => new AnsweringMeter(provider.GetService<IMeterFactory>()));
        services.TryAddSingleton<FollowUpRewriter>();
        services.TryAddSingleton<AnswerQuestion>();
        services.TryAddSingleton<SuggestQuestions>();
        services.TryAddSingleton<SuggestNearby>();
        return services;
    }
}
