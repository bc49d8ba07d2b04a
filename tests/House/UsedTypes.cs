using System.Reflection;
using System.Reflection.Emit;

namespace Tests.House;

/// <summary>
/// The types that a compiled type uses: in its signatures, attributes and method bodies. Those of generic arguments and arrays count, too.
/// </summary>
internal static class UsedTypes
{
    private const BindingFlags Declared =
        BindingFlags.DeclaredOnly | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance;

    private static readonly Dictionary<short, OpCode> s_codes =
        typeof(OpCodes).GetFields().Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    public static IEnumerable<Type> Of(Type type) =>
        Named(type).SelectMany(Parts).Select(Outermost).Distinct();

    /// <summary>Lambdas, iterators and nested types are compiled into types inside the written type.</summary>
    public static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    private static IEnumerable<Type?> Named(Type type) =>
    [
        type.BaseType,
        .. type.GetInterfaces(),
        .. type.CustomAttributes.Select(attribute => attribute.AttributeType),
        .. type.GetMembers(Declared).SelectMany(member => member.CustomAttributes).Select(attribute => attribute.AttributeType),
        .. type.GetFields(Declared).Select(field => field.FieldType),
        .. type.GetMembers(Declared).OfType<MethodBase>().SelectMany(method => Signature(method).Concat(Body(method))),
        .. type.GetNestedTypes(Declared).SelectMany(Named),
    ];

    private static IEnumerable<Type?> Signature(MethodBase method) =>
    [
        method.DeclaringType,
        (method as MethodInfo)?.ReturnType,
        .. method.GetParameters().Select(parameter => parameter.ParameterType),
        .. method.IsGenericMethod ? method.GetGenericArguments() : [],
    ];

    private static List<Type?> Body(MethodBase method)
    {
        List<Type?> used = [];
        if (method.GetMethodBody() is not { } body)
            return used;

        used.AddRange(body.LocalVariables.Select(local => local.LocalType));
        used.AddRange(body.ExceptionHandlingClauses
            .Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause)
            .Select(clause => clause.CatchType));
        byte[] code = body.GetILAsByteArray()!;
        for (int at = 0; at < code.Length;)
        {
            OpCode operation = code[at] == 0xFE ? s_codes[(short)(0xFE00 | code[at + 1])] : s_codes[code[at]];
            at += operation.Size;
            if (operation.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok
                or OperandType.InlineType)
                used.AddRange(Member(method, BitConverter.ToInt32(code, at)));
            at += OperandSize(operation.OperandType, code, at);
        }

        return used;
    }

    private static IEnumerable<Type?> Member(MethodBase within, int token)
    {
        Type[]? ofType = within.DeclaringType is { IsGenericType: true } type ? type.GetGenericArguments() : null;
        Type[]? ofMethod = within.IsGenericMethod ? within.GetGenericArguments() : null;
        return within.Module.ResolveMember(token, ofType, ofMethod) switch
        {
            Type named => [named],
            FieldInfo field => [field.DeclaringType, field.FieldType],
            MethodBase called => Signature(called),
            _ => [],
        };
    }

    private static int OperandSize(OperandType type, byte[] code, int at) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };

    private static IEnumerable<Type> Parts(Type? type) => type switch
    {
        null or { IsGenericParameter: true } => [],
        { HasElementType: true } => Parts(type.GetElementType()),
        { IsConstructedGenericType: true } => type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()),
        _ => [type],
    };
}
