using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Results.Charts;

/// <summary>Renders a component to text, without a web server.</summary>
internal static class Rendered
{
    /// <summary>The text of a component. It is the same on every machine, because the invariant culture is used.</summary>
    public static string Text<TComponent>(params IReadOnlyList<(string Name, object? Value)> parameters)
        where TComponent : IComponent
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            using ServiceProvider services = new ServiceCollection().BuildServiceProvider();
            using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
            var view = ParameterView.FromDictionary(parameters.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal));
            // No component awaits anything, so the task is completed.
            return renderer.Dispatcher.InvokeAsync(
                async () => (await renderer.RenderComponentAsync<TComponent>(view).ConfigureAwait(false)).ToHtmlString())
                .GetAwaiter().GetResult();
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
